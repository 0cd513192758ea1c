import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Reports
import Text
import Workbench

/// A view as the form that was asked for.
enum ViewResponse {
    static func response(_ view: any SiteView, as format: SiteFormat) throws -> Response {
        var response =
            switch format {
            case .html: html(try view.page())
            case .json: text(view.json.text(), type: "application/json")
            case .csv: text(view.table.text, type: "text/csv; charset=utf-8", file: view.table.name)
            }
        response.status = status(of: view.standing)
        return response
    }

    private static func status(of standing: SiteStanding) -> HTTPResponse.Status {
        switch standing {
        case .whole: .ok
        case .pending: .accepted
        case .refused: .unprocessableContent
        case .absent: .notFound
        }
    }

    static func html(
        _ page: Page, status: HTTPResponse.Status = .ok, script: Link = Assets.script
    ) -> Response {
        var page = page
        page.resources = .linked(styles: [Assets.style], scripts: [script])
        page.icon = Assets.icon
        do {
            var response = text(try page.document(), type: "text/html; charset=utf-8")
            response.status = status
            return response
        } catch {
            return text(
                "The page’s template can’t be used: \(error)\n", type: "text/plain; charset=utf-8",
                status: .internalServerError)
        }
    }

    static func text(
        _ text: String, type: String, file: String? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        if let file { headers[.contentDisposition] = "attachment; filename=\"\(file)\"" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// What all pages of the explorer say in their frame.
enum SiteFrame {
    static let generator = "ValueActionLens \(Release.version)"
    static let footer = "ValueActionLens \(Release.version). In every figure agree = 0 and disagree = 1."
}
