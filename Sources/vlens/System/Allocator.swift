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

    /// All threads share one heap, which grows a megabyte at a time; to be set while there is one thread.
    ///
    /// Otherwise each thread has a heap that grows by pages, with a system call for each step, and shrinks as soon as
    /// 128 KB are free: 2,336 calls of `mprotect` and 539 of `madvise` for the 160 questions of the pilot study, against
    /// 41 and 2. Commands that compute on all cores keep their heaps apart, because they would wait for each other.
    static func shareOneHeap() {
        #if canImport(Glibc)
            _ = mallopt(M_ARENA_MAX, 1)
            _ = mallopt(M_TOP_PAD, 1 << 20)
            _ = mallopt(M_TRIM_THRESHOLD, 4 << 20)
        #endif
    }
}
