import AnswerStore
import Costs
import Explorer
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import Workbench

@Suite struct OverviewTests {
    @Test func aStoreWithoutRunsHasAFirstPage() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        let library = RunLibrary(store, prices: try PriceTable.builtIn(), plan: nil)
        let server = ExplorerServer(library, settings: ExplorerSettings(token: "t"))
        let status = try await server.application().test(.router) { client in
            try await client.execute(uri: "/", method: .get) { $0.status }
        }
        #expect(status == .ok)
    }
}
