import Foundation
import Study
import Text

/// A commented study file with its actions, written to be edited.
package struct NewStudy {
    package let studyFile: String
    package let actionsFile: String
    package var files: [String] { [studyFile, actionsFile] }

    /// Writes both files into the working folder.
    ///
    /// - Throws: ``WorkbenchError`` where one exists; half a study is not left behind.
    package init(name: String) throws {
        let template = try StudyDefinition.template(name: name)
        (studyFile, actionsFile) = (template.studyFile, template.actionsFile)
        for file in [studyFile, actionsFile] where FileManager.default.fileExists(atPath: file) {
            throw WorkbenchError(.fileExists(path: file), .chooseAnotherName)
        }
        try TextOutput.create(studyFile, with: template.study)
        do throws(FileFailure) {
            try TextOutput.create(actionsFile, with: template.actions)
        } catch {
            // Half a study is of no use, and would be in the way of the next try.
            try? FileManager.default.removeItem(atPath: studyFile)
            throw error
        }
    }
}
