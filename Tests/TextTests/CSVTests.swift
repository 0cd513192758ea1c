import Foundation
import TestSupport
import Text
import Testing

@Suite("CSV is read and written as RFC 4180 has it")
struct CSVTests {
    private func rows(_ text: String, fieldLimit: Int = CSVReader.defaultFieldLimit) throws -> [[String]] {
        var reader = try CSVReader(Array(text.utf8), name: "t.csv", fieldLimit: fieldLimit)
        var rows = [reader.header]
        while let row = try reader.next() { rows.append(row.fields) }
        return rows
    }

    private func message(_ text: String, fieldLimit: Int = CSVReader.defaultFieldLimit) -> String? {
        do {
            _ = try rows(text, fieldLimit: fieldLimit)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test
    func `quotes, commas, line breaks, every line end, a byte-order mark and empty lines`() throws {
        #expect(try rows("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
        #expect(
            try rows("\u{FEFF}a,b\r\n\"1,\"\"x\"\"\r\ny\",\r\n\r\n,2") == [
                ["a", "b"], ["1,\"x\"\r\ny", ""], ["", "2"],
            ])
        #expect(try rows("a,b\r1,2\r3,4") == [["a", "b"], ["1", "2"], ["3", "4"]])
        #expect(try rows("a\n\"\"\nx\"y\n") == [["a"], [""], ["x\"y"]])
        #expect(try rows("\"a\",\"b\"") == [["a", "b"]])
    }

    @Test
    func `a row knows the line it begins in`() throws {
        var reader = try CSVReader(Array("a\n\"1\n2\"\r\n3\n".utf8))
        #expect(try reader.next()?.line == 2)
        #expect(try reader.next()?.line == 4)
        #expect(try reader.next() == nil)
    }

    @Test
    func `damage is an error that names the file, the line and the remedy`() {
        #expect(message("") == "'t.csv' is empty; a CSV file begins with a line of column names.")
        #expect(
            message("a,b\n1,2\n1\n")
                == "'t.csv', line 3, has 1 field where the header has 2; quote fields that hold a comma or a line break."
        )
        #expect(
            message("a\n\"1\n\0\"\n")
                == "'t.csv', line 3, holds a NUL byte, so it is no UTF-8 text; save it as CSV in UTF-8.")
        #expect(
            message("a\n\"1\n2") == "'t.csv': the quote opened in line 2 is never closed; is the file complete?")
        #expect(
            message("a\n\"1\"2\n")
                == "'t.csv', line 2, has text behind a closing quote; double the quotes inside quoted fields.")
        #expect(
            message("a\n\n12345\n", fieldLimit: 4)
                == "'t.csv': the field that begins in line 3 is longer than 4 bytes; "
                + "look there for a quote that was never closed, or shorten the field.")
    }

    @Test
    func `missing columns are listed beside those found`() throws {
        let reader = try CSVReader(Array("country,Topic\n".utf8), name: "t.csv")
        #expect(try reader.columns(["country"]) == [0])
        let error = #expect(throws: CSVError.self) { try reader.columns(["country", "topic", "value"]) }
        #expect(
            error?.description == "'t.csv' lacks the columns 'topic', 'value'; it has the columns 'country', 'Topic'.")
    }

    @Test
    func `a file that is absent or a folder is an error`() {
        let error = #expect(throws: CSVError.self) { try CSVReader(path: "/no/such.csv") }
        #expect(error?.description == "'/no/such.csv' can't be read: there is no such file.")
        let folder = #expect(throws: CSVError.self) { try CSVReader(path: "/") }
        #expect(folder?.description == "'/' can't be read: it is a folder.")
    }

    @Test
    func `a field of 10 MB is read from a file in pieces, one beyond the limit is refused`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "large-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: path) }
        let field = String(repeating: "x,\n", count: 3_400_000)
        try Data("a,b\n1,\"\(field)\"\r\n2,3\n".utf8).write(to: path)
        var reader = try CSVReader(path: path.path)
        let row = try #require(try reader.next())
        #expect(row.bytes(1).count == 10_200_000)
        #expect(try reader.next()?.fields == ["2", "3"])
        var bounded = try CSVReader(path: path.path, fieldLimit: 1 << 20)
        #expect(throws: CSVError.fieldTooLong(file: path.path, line: 2, limit: 1 << 20)) { try bounded.next() }
    }

    @Test
    func `what the writer writes the reader reads, whatever the fields hold`() throws {
        let pieces = ["a", ",", "\"", "\n", "\r\n", "\r", "é", " ", "\t", "", "'", "“", ";"]
        var random = SeededRandom(seed: 6)
        for _ in 0..<300 {
            let columns = 1 + Int(random.next() % 4)
            let table = (0..<(1 + Int(random.next() % 5))).map { _ in
                (0..<columns).map { _ in
                    (0..<Int(random.next() % 4)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
                }
            }
            var writer = CSVWriter(header: table[0])
            for row in table.dropFirst() { writer.write(row) }
            #expect(try rows(writer.text) == table)
        }
    }

    @Test
    func `for spreadsheets lines end in CR LF, and quotes stand only where they are needed`() {
        var writer = CSVWriter(header: ["a", " b"], layout: .spreadsheet)
        writer.write(["x,y", "say \"so\""])
        writer.write(["", "1\n2"])
        // A comma under an accent is one to every reader of the format.
        writer.write([",\u{301}", "z "])
        #expect(
            writer.text == "a, b\r\n\"x,y\",\"say \"\"so\"\"\"\r\n,\"1\n2\"\r\n\",\u{301}\",z \r\n")
        var plain = CSVWriter(header: ["a"])
        plain.write([""])
        plain.write([" b"])
        #expect(plain.text == "a\n\"\"\n\" b\"\n")
    }

    @Test
    func `any bytes are read or refused without a crash`() {
        var random = SeededRandom(seed: 7)
        let alphabet = Array("ab,\"\n\r\0é".utf8)
        for _ in 0..<2000 {
            let bytes = (0..<Int(random.next() % 60)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
            do throws(CSVError) {
                var reader = try CSVReader(bytes)
                while let row = try reader.next() { #expect(row.count == reader.header.count) }
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }
}
