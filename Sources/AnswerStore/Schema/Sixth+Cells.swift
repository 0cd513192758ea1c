extension Sixth {
    /// A row a run and cell about which a reading stands, with the scores that `measure` compares: means of whole numbers, divided once,
    /// so that both say the same to the last bit.
    static let cells = """
        CREATE VIEW cell_long AS
        SELECT cell.run, cell.respondent, cell.origin, cell.study, cell.protocol, cell.country, cell.topic, cell.value_group,
            cell.value, CAST(cell.stated AS REAL) AS stated, \(side("cell.stated")) AS stated_inclination,
            CAST(cell.stated_readings AS INTEGER) AS stated_readings,
            CAST(cell.acted AS REAL) AS acted, \(side("cell.acted")) AS acted_inclination,
            CAST(cell.acted_readings AS INTEGER) AS acted_readings,
            CAST(abs(cell.stated - cell.acted) AS REAL) AS distance, CAST(cell.acted - cell.stated AS REAL) AS signed_gap,
            CAST(\(side("cell.stated")) = \(side("cell.acted")) AS INTEGER) AS consistent
        FROM (
            SELECT sums.*, CAST(sums.stated_sum AS REAL) / (sums.stated_readings * (sums.options - 1)) AS stated,
                CAST(sums.acted_sum AS REAL) / sums.acted_readings AS acted
            FROM (
                SELECT run, respondent, origin, study, protocol, country, topic, value_group, value,
                    max(CASE task WHEN 'stated' THEN options END) AS options,
                    count(CASE task WHEN 'stated' THEN option END) AS stated_readings,
                    sum(CASE task WHEN 'stated' THEN option - 1 END) AS stated_sum,
                    count(CASE task WHEN 'acted' THEN option END) AS acted_readings,
                    sum(CASE task WHEN 'acted' THEN option - 1 END) AS acted_sum
                FROM reading_long WHERE value IS NOT NULL
                GROUP BY run, country, topic, value
            ) AS sums
        ) AS cell;
        """
}
