import Respondents
import TestServers
import Testing

/// One status, 403, is a place, a firewall, a spent limit or a key: each is told as what it is.
@Suite("A refusal of a server", .timeLimit(.minutes(2)))
struct PermissionTests {
    typealias Code = RespondentError.Code

    struct Case: Sendable, CustomTestStringConvertible {
        var status = 403
        var body: String
        var code: Code
        var says: String
        var speaksOfKeys = false
        var testDescription: String { "\(status) \(body.prefix(60))" }
    }

    private static let place =
        "the provider does not serve the place that the request came from: ask from another one, or another provider"
    private static let firewall =
        "a firewall or a check for bots on the way turned the request away: ask from another network, or check --base-url"
    private static let limit =
        "a limit of spending is reached: raise it, or wait until it begins anew, then run again: what was answered is kept"
    private static let credit = "add credit to the account, then run again: what was answered is kept"

    static let cases = [
        Case(
            body:
                #"{"error":{"code":"unsupported_country_region_territory","message":"Country, region, or territory not supported","type":"request_forbidden"}}"#,
            code: .unsupportedLocation, says: place),
        Case(
            status: 400,
            body:
                #"{"error":{"code":400,"message":"User location is not supported for the API use.","status":"FAILED_PRECONDITION"}}"#,
            code: .unsupportedLocation, says: place),
        Case(
            body:
                #"{"message":"Access to this model is not allowed from unsupported countries, regions, or territories."}"#,
            code: .unsupportedLocation, says: place),
        Case(
            body: #"{"error":{"code":403,"message":"This model is not available in your region."}}"#,
            code: .unsupportedLocation, says: place),
        Case(body: "error code: 1009", code: .unsupportedLocation, says: place),
        Case(
            body:
                "<html><title>Access denied</title><p>has banned the country or region your IP address is in</p></html>",
            code: .unsupportedLocation, says: place),
        Case(
            status: 451, body: #"{"error":"not available in your country"}"#, code: .unsupportedLocation, says: place),
        Case(
            body: "<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head></html>",
            code: .turnedAway, says: firewall),
        Case(body: "<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD></HTML>", code: .turnedAway, says: firewall),
        Case(
            body: "<html><head><title>403 Forbidden</title></head><center>nginx</center></html>", code: .turnedAway,
            says: firewall),
        Case(body: "error code: 1020", code: .turnedAway, says: firewall),
        Case(
            body: #"{"type":"error","error":{"type":"forbidden","message":"Request not allowed"}}"#, code: .turnedAway,
            says: firewall),
        Case(
            body: #"{"error":{"message":"Access denied. Please check your network settings."}}"#, code: .turnedAway,
            says: firewall),
        Case(
            body: #"{"error":{"code":"403","message":"Access denied due to Virtual Network/Firewall rules."}}"#,
            code: .turnedAway, says: firewall),
        Case(
            body: #"{"code":"x","error":"Your newly created team doesn't have any credits yet."}"#, code: .noCredit,
            says: credit),
        Case(
            body: #"{"error":{"code":403,"message":"Key limit exceeded (monthly limit). Manage it in the settings"}}"#,
            code: .noCredit, says: limit, speaksOfKeys: true),
        Case(
            body:
                #"{"code":"x","error":"Your team has either used all available credits or reached its monthly spending limit."}"#,
            code: .noCredit, says: limit),
        Case(
            status: 429, body: #"{"error":"Your team reached its monthly spending limit."}"#, code: .noCredit,
            says: limit),
        Case(
            status: 400,
            body:
                #"{"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits. You will regain access on 2026-12-01."}}"#,
            code: .noCredit, says: limit),
        Case(body: #"{"error":{"message":"Quota exceeded for this month"}}"#, code: .noCredit, says: limit),
        Case(
            body: #"{"code":30001,"message":"Sorry, your account balance is insufficient"}"#, code: .noCredit,
            says: credit),
        Case(
            status: 400,
            body: #"{"error":{"code":"Arrearage","message":"make sure your account is in good standing."}}"#,
            code: .noCredit, says: credit),
        Case(
            status: 429, body: #"{"error":{"code":"1113","message":"余额不足或无可用资源包,请充值。"}}"#, code: .noCredit, says: credit
        ),
        Case(
            status: 401, body: #"{"error":{"type":"insufficient_quota","message":"You exceeded your current quota"}}"#,
            code: .noCredit, says: credit),
        Case(
            body: #"{"error":{"message":"The model `m` is not for this project","code":"permission_denied"}}"#,
            code: .unauthorized, says: "check the API key, and that it may use 'some/model'", speaksOfKeys: true),
        Case(
            body: "Invalid API key", code: .unauthorized,
            says: "check the API key, and that it may use 'some/model'", speaksOfKeys: true),
    ]

    @Test(arguments: cases)
    func `says what it is and what to do`(of expected: Case) async throws {
        let error = try await failure(ofServer: .answer(expected.status, expected.body))
        #expect(error.code == expected.code)
        #expect(error.classification == .permanentForRun)
        #expect(error.remedy == expected.says)
        if !expected.speaksOfKeys { #expect(!error.description.lowercased().contains("key")) }
    }

    @Test
    func `that is a page of HTML is told by its title`() async throws {
        let page = "<!DOCTYPE html>\n<html><head><title class=\"x\">Just a moment…</title></head><body></body></html>"
        let error = try await failure(ofServer: .answer(403, page))
        #expect(error.what == "URL answered with HTTP 403 and a page of HTML: \"Just a moment…\"")
    }

    @Test(
        arguments: [
            #"{"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing details. * Quota exceeded for metric: free_tier_requests, limit: 10","status":"RESOURCE_EXHAUSTED","details":[{"retryDelay":"20s"}]}}"#,
            #"{"error":{"message":"Rate limit reached for model m on tokens per day (TPD): Limit 100000","code":"rate_limit_exceeded"}}"#,
        ])
    func `of a moment is a rate limit, however much its words speak of plans`(body: String) async throws {
        let error = try await failure(ofServer: .answer(429, body))
        #expect(error.code == .rateLimited)
    }
}
