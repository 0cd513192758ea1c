import AnswerStore
import Foundation
import Respondents
import Study

/// What is there without asking anybody.
extension DoctorCommand {
    func studies() -> [DoctorFinding] {
        StudyDefinition.builtInNames.map { name in
            do {
                let study = try StudyDefinition.builtIn(named: name)
                return DoctorFinding(
                    "study \(name)", .good, "\(study.cellCount) cells, \(study.pairCount) action pairs")
            } catch {
                return DoctorFinding("study \(name)", .bad, "\(error)")
            }
        }
    }

    func storeFinding() -> DoctorFinding {
        do throws(StoreError) {
            let runs = try AnswerStore(path: store.store, mode: .readOnly).runs()
            return DoctorFinding("store \(store.store)", .good, "\(runs.count) \(runs.count == 1 ? "run" : "runs")")
        } catch .absent {
            return DoctorFinding("store \(store.store)", .absent, "not there yet; 'vlens run' makes it")
        } catch {
            return DoctorFinding("store \(store.store)", .bad, error.description)
        }
    }

    /// What the store lies on, which decides who may use it at once.
    func fileSystemFinding() -> DoctorFinding {
        let what = "store's file system"
        switch FileSystem.of(store.store) {
        case .local:
            return DoctorFinding(what, .good, "a disk of this machine; several processes may use the store at once")
        case .network(let name):
            return DoctorFinding(
                what, .good,
                "on the network (\(name)); one process at a time may have the store. Many at once: a store on a disk of each "
                    + "machine, and --journal with a folder here")
        }
    }

    func keys() -> [DoctorFinding] {
        let environment = ProcessInfo.processInfo.environment
        return Provider.all.map { provider in
            let isSet = !(environment[provider.keyVariable] ?? "").isEmpty
            if isSet { return DoctorFinding(provider.name, .good, "\(provider.keyVariable) is set") }
            let remedy = provider.needsKey ? "\(provider.keyVariable) is not set; \(provider.hint)" : provider.hint
            return DoctorFinding(provider.name, .absent, remedy)
        }
    }
}
