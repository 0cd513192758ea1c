import AnswerStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Reports
import Workbench

/// A run's figures as files: `/runs/3/figures/rate-country.pdf?columns=1`.
enum FigureRoute {
    /// The fonts of PDF and PNG, looked for when the first one is asked for.
    private static let typeface = Result { () throws(FontError) in
        try Typeface.find(named: ProcessInfo.processInfo.environment["VLENS_FONT"])
    }

    static func add(to router: Router<BasicRequestContext>, _ site: ExplorerServer) {
        router.get("/runs/{run}/figures/{name}") { request, context in
            // Kept for a moment, as pages are: somebody may click twice, and a picture takes a second.
            await site.answers.answer("figure \(request.head.path ?? "")") {
                do {
                    let address = try address(context.parameters, SiteQuery(request.uri.query ?? ""))
                    return try await response(address, site.library)
                } catch {
                    return ErrorPage.response(ExplorerProblem(error, words: site.settings.words))
                }
            }
        }
    }

    private static func address(_ parameters: Parameters, _ query: SiteQuery) throws -> FigureAddress {
        let columns = try query.number("columns", in: 1...2).flatMap { ColumnWidth(rawValue: $0) } ?? .two
        let name = parameters.get("name") ?? ""
        let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let run = parameters.get("run").flatMap({ Int($0) }), run > 0 else {
            throw ExplorerProblem.notFound("run “\(parameters.get("run") ?? "")”")
        }
        guard parts.count == 2, let figure = ReportFigure(rawValue: String(parts[0])),
            let file = FigureFile(ending: parts[1], columns: columns)
        else { throw ExplorerProblem.notFound("figure “\(name)”") }
        return FigureAddress(run: run, figure: figure, file: file)
    }

    private static func response(
        _ address: FigureAddress, _ library: RunLibrary
    ) async throws -> Response {
        guard try library.store.runs().contains(where: { $0.id == Int64(address.run) }) else {
            throw ExplorerProblem.notFound("run \(address.run)")
        }
        let figures = try await library.figures(of: Int64(address.run))
        guard let input = figures.report else {
            throw ExplorerProblem.notReady(
                figures.failure.map { "they can’t be made: \($0)" }
                    ?? "they are being made, ask again in a moment")
        }
        guard let figure = input.attributedFigure(address.figure) else {
            throw ExplorerProblem.notFound("figure “\(address.figure.rawValue)” of run \(address.run)")
        }
        let name = "run-\(address.run)-\(address.file.name(of: address.figure))"
        return file(try bytes(address, figure, input), address.file, name: name)
    }

    private static func bytes(_ address: FigureAddress, _ figure: Figure, _ input: ReportInput) throws -> [UInt8] {
        switch address.file {
        case .svg: Array(figure.standalone.utf8)
        case .pdf(let columns): try figure.pdf(columns, typeface: typeface.get(), producer: SiteFrame.generator)
        case .png(let columns): try figure.png(columns, typeface: typeface.get())
        case .csv: Array(FigureCSV.table(address.figure, input).text.utf8)
        case .tex: Array(FigureLaTeX.text(address.figure, input).utf8)
        }
    }

    private static func file(_ bytes: [UInt8], _ file: FigureFile, name: String) -> Response {
        let type =
            switch file {
            case .svg: "image/svg+xml"
            case .pdf: "application/pdf"
            case .png: "image/png"
            case .csv: "text/csv; charset=utf-8"
            case .tex: "application/x-tex; charset=utf-8"
            }
        return Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
