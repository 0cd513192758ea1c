#if canImport(Glibc)
    import CMalloc
#endif

/// How memory is taken from the system.
enum Allocator {
    /// Blocks of a megabyte and more go back to the system as soon as they are free.
    ///
    /// Left to itself, glibc keeps blocks as large as the largest that was ever freed. A study's actions are ten
    /// megabytes of text, which is needed for the time of one transaction; it would stay for the whole run.
    static func returnLargeBlocks() {
        #if canImport(Glibc)
            _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
        #endif
    }
}
