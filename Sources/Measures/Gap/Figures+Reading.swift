// Figures by their names, for tables that list them all.

extension ScenarioMeans {
    /// A figure by its name, `nil` where it is undefined.
    package subscript(figure: ScenarioFigure) -> Double? {
        switch figure {
        case .distance: distance
        case .signedGap: signedGap
        default: rates?[figure]
        }
    }
}

extension ScenarioRates {
    /// A rate by its name; `nil` for distance and signed gap, which are no rates.
    package subscript(figure: ScenarioFigure) -> Double? {
        switch figure {
        case .f1Disagree: f1Disagree
        case .f1Agree: f1Agree
        case .macroF1: macroF1
        case .accuracy: accuracy
        case .distance, .signedGap: nil
        }
    }
}

extension ScenarioMeasures {
    /// A figure by its name, `nil` where it is undefined.
    package subscript(figure: ScenarioFigure) -> Double? {
        switch figure {
        case .f1Disagree: f1Disagree
        case .f1Agree: f1Agree
        case .macroF1: mean(f1Disagree, f1Agree)
        case .accuracy: accuracy
        case .distance: distance
        case .signedGap: signedGap
        }
    }
}

extension PooledMeasures {
    /// A figure by its name, `nil` where it is undefined.
    package subscript(figure: PooledFigure) -> Double? {
        switch figure {
        case .distance: distance
        case .signedGap: signedGap
        case .stated: stated
        case .acted: acted
        default: rates[figure]
        }
    }
}

extension AgreementRates {
    /// A rate by its name; `nil` where it is undefined, and for scores, which are no rates.
    package subscript(figure: PooledFigure) -> Double? {
        switch figure {
        case .f1Disagree: f1Disagree
        case .f1Agree: f1Agree
        case .macroF1: macroF1
        case .precisionDisagree: precisionDisagree
        case .recallDisagree: recallDisagree
        case .precisionAgree: precisionAgree
        case .recallAgree: recallAgree
        case .accuracy: accuracy
        case .balancedAccuracy: balancedAccuracy
        case .informedness: informedness
        case .dPrime: dPrime
        case .kappa: kappa
        case .matthewsCorrelation: matthewsCorrelation
        case .statedDisagreeRate: statedDisagreeRate
        case .actedDisagreeRate: actedDisagreeRate
        case .inconsistencyShare: accuracy.map { 1 - $0 }
        case .distance, .signedGap, .stated, .acted: nil
        }
    }
}
