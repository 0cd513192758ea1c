/// What a process that asked questions tells the one that started it.
struct AskingFigures: Codable {
    /// Replies that came, or were committed.
    let replies: Int
    /// From the first question to the last reply, in seconds.
    let wall: Double
    /// CPU of the whole process, from its start, in seconds.
    let cpu: Double
    /// The most memory it ever held, in MB (10⁶ bytes).
    let memory: Double
    /// What it is: "aiohttp 3.14.5".
    let name: String

    /// The figures of this process now.
    init(replies: Int, wall: Duration, name: String) {
        self.replies = replies
        self.wall = wall / .seconds(1)
        self.name = name
        cpu = Usage.cpu
        memory = Usage.peakMemory
    }
}
