import GRDB

extension Row {
    /// A column's value. GRDB's subscripts end the program where a damaged store holds another kind of value.
    func get<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        try decode(Value.self, forColumn: column)
    }
}
