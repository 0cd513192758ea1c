import Measures
package import Reports
import Study

/// Recomputes the published tables from the files of a folder.
package struct ReproductionWork {
    let folder: ReleaseFolder
    let study: StudyDefinition
    let axes: Axes
    /// Told before each file is read.
    let progress: (String) -> Void

    package init(folder: ReleaseFolder, progress: @escaping (String) -> Void) throws {
        self.folder = folder
        self.progress = progress
        study = try StudyDefinition.builtIn(named: "schwartz-132")
        axes = try Axes(study)
    }

    /// Everything that the folder has data for.
    ///
    /// - Throws: what is wrong with a file, by its path and line; a folder without any such file.
    package func reproduction() throws -> Reproduction {
        let models = try PublishedModel.all.map(read)
        let rates = RateTables(models: models)
        let judgements = try JudgementTables(folder: folder, progress: progress).tables()
        let tables =
            [rates.byCountry, rates.inconsistency, try agreementTable(models), rates.byTopic, try predictionTable()]
            + judgements + [rates.distances]
        let reproduction = Reproduction(folder: folder.path, source: PublishedPaper.source, tables: tables)
        guard !reproduction.isEmpty else {
            throw WorkbenchError(
                .emptyRelease(
                    path: folder.path,
                    example: "\(ReleaseFolder.evaluation)/\(PublishedModel.all[0].stem)_t1.csv"), .giveRelease)
        }
        return reproduction
    }

    /// One published model with what the folder has of it.
    struct Model {
        let published: PublishedModel
        let files: [String]
        let needs: [String]
        /// Task 1 alone.
        let ratings: RereadRatings?
        /// Both tasks.
        let both: RereadModel?
    }

    private func read(_ published: PublishedModel) throws -> Model {
        let names = ["t1", "t2"].map { "\(published.stem)_\($0).csv" }
        let files = try names.map { try folder.file(ReleaseFolder.evaluation, $0) }
        let needs = zip(names, files).filter { $0.1 == nil }.map { "\(ReleaseFolder.evaluation)/\($0.0)" }
        let ratings = try files[0].map { file in
            try RereadRatings(statedReplies(of: file), study: study, axes: axes)
        }
        var both: RereadModel?
        if let ratings, let file = files[1] {
            both = try RereadModel(
                ratings, RereadChoices(choices(of: file), axes: axes), published: published)
        }
        return Model(
            published: published, files: files.compactMap { $0?.name }, needs: needs, ratings: ratings, both: both)
    }

    private func statedReplies(of file: ReleaseFolder.File) throws -> ReleasedRatings {
        guard case .ratings(let ratings) = try released(file) else {
            throw WorkbenchError(.holdsNo(.statedReplies, path: file.path), .keepToName(.statedReplies))
        }
        return ratings
    }

    private func choices(of file: ReleaseFolder.File) throws -> ReleasedChoices {
        guard case .choices(let choices) = try released(file) else {
            throw WorkbenchError(.holdsNo(.actedChoices, path: file.path), .keepToName(.actedChoices))
        }
        return choices
    }

    func samples(of file: ReleaseFolder.File) throws -> ReleasedSamples {
        guard case .samples(let samples) = try released(file) else {
            throw WorkbenchError(.holdsNo(.samples, path: file.path), .keepToName(.samples))
        }
        return samples
    }

    private func released(_ file: ReleaseFolder.File) throws -> ReleasedFile {
        progress(file.name)
        return try ReleasedFile(path: file.path, names: ReleasedImport.names(of: study))
    }
}
