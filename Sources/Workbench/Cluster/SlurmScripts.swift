import Foundation

/// The two scripts that Slurm runs for a ``ClusterJob``, to be read, changed and submitted by hand as well.
package struct SlurmScripts: Sendable {
    package internal(set) var job: ClusterJob
    /// The job's folder: an absolute path.
    package let folder: String
    /// Options of `sbatch` for the tasks, each a word of its own: `--partition=gpu`.
    package var shardOptions: [String] = []
    /// Those of the merge.
    package var mergeOptions: [String] = []

    package init(_ job: ClusterJob, folder: String) {
        (self.job, self.folder) = (job, folder)
    }

    /// The script of the array: a shard a task.
    ///
    /// - Parameter shards: which of them: `1-32`.
    /// - Throws: ``ClusterError/unfit(option:value:)`` for what can't stand in a script.
    package func array(_ shards: String) throws(ClusterError) -> String {
        // It stands in a comment, too.
        guard ShellWord.directive(folder) != nil else { throw .unfit(option: "--job-folder", value: folder) }
        let options = [
            "--job-name=\(job.name)", "--array=\(shards)", "--output=logs/shard-%a.log", "--open-mode=append",
            "--requeue", "--signal=B:TERM@60",
        ]
        return try """
        #!/bin/bash
        # A run of vlens in shards, one a task of this array. Written by 'vlens submit', which also writes it anew.
        # By hand: sbatch --chdir=\(word(folder)) \(word(folder + "/shards.sbatch"))
        \(directives(options + shardOptions))
        set -u
        \(common)
        # Unset, it would make every task the same shard.
        shard=${SLURM_ARRAY_TASK_ID:-}
        if [ -z "$shard" ]; then
            echo "SLURM_ARRAY_TASK_ID is not set: this is a task of a job array, submit it with sbatch" >&2
            exit 2
        fi
        task=${SLURM_ARRAY_JOB_ID}_$shard
        cd -- \(word(job.folder)) || exit 1

        # How this task ended, for 'vlens status': written beside, then renamed.
        note() {
            new=$folder/state/.$shard.$task.${SLURM_RESTART_COUNT:-0}
            echo "$1 \(job.digest) ${SLURM_RESTART_COUNT:-0} ${SLURMD_NODENAME:-?}" >"$new" && mv -f -- "$new" "$folder/state/$shard"
        }

        # The store lies on the node and goes with it: another task makes it again from the journal.
        for place in "${SLURM_TMPDIR:-}" "${TMPDIR:-}" /tmp; do
            [ -n "$place" ] && [ -d "$place" ] && [ -w "$place" ] && break
        done
        own=$(mktemp -d -- "$place/vlens-$task-XXXXXX") || exit 1
        trap 'rm -rf -- "$own"' EXIT

        kept() { stat -c %s -- "$folder/journal/shard-$shard-of-\(job.shards)."* 2>/dev/null | awk '{ sum += $1 } END { print sum + 0 }'; }
        before=$(kept)
        stopping=
        running=
        trap 'stopping=1; kill -TERM "$running" 2>/dev/null' TERM
        "$vlens" run \\
        \(lines(job.arguments)) \\
            --shard "$shard/\(job.shards)" --journal "$folder/journal" --store "$own/shard.sqlite" \(serverLog)\\
            --no-report &
        running=$!
        [ -z "$stopping" ] || kill -TERM "$running"
        wait "$running"
        code=$?
        # A signal ends the waiting, not what is waited for.
        while kill -0 "$running" 2>/dev/null; do
            wait "$running"
            code=$?
        done
        echo "shard $shard ended with code $code on ${SLURMD_NODENAME:-this node}"

        # Its time is nearly over: what is left is asked in another turn, unless this one came to nothing. A task that
        # is being cancelled gets the same signal, but is not running any more.
        if [ -n "$stopping" ] && [ "$code" != 0 ] && [ ! -e "$folder/cancelled" ] &&
            [ "$(squeue -h -j "$task" -o %T 2>/dev/null)" = RUNNING ]; then
            if [ $(($(kept) - before)) -gt 4096 ]; then
                note requeued
                rm -rf -- "$own"
                if scontrol requeue "$task"; then
                    # Slurm ends it.
                    sleep 120
                fi
            else
                echo "the time of this task did not suffice for a single question: give it more with --time" >&2
            fi
        fi
        note "$code"
        exit "$code"

        """
    }

    /// The script of the merge, which depends on the array and not on how it ended: what is missing is told, not waited for.
    ///
    /// - Throws: ``ClusterError/unfit(option:value:)`` for what can't stand in a script.
    package func merge() throws(ClusterError) -> String {
        let options = ["--job-name=\(job.name)-merge", "--output=logs/merge.log", "--open-mode=append", "--requeue"]
        return try """
        #!/bin/bash
        # Joins the shards of a run of vlens in one store. Written by 'vlens submit', which also writes it anew.
        \(directives(options + mergeOptions))
        set -u
        \(common)
        cd -- \(word(job.folder)) || exit 1
        # 3 says that some questions have no reply: submitting again asks those.
        for turn in 1 2 3; do
            "$vlens" merge \(word(job.store)) "$folder/journal" --shards \(job.shards)
            code=$?
            [ "$code" = 1 ] && [ "$turn" != 3 ] || break
            # Another host may have the store, as where another run is merged into it.
            sleep 30
        done
        echo "$code" >"$folder/state/merge"
        exit "$code"

        """
    }

    private var common: String {
        get throws(ClusterError) {
            "folder=\(try word(folder))\nvlens=${VLENS:-\(try word(job.program))}\n"
        }
    }

    /// A model server's own words are kept, where the tasks start one.
    private var serverLog: String {
        let names = ["--serve", "--serve-log"].map { name in
            job.arguments.contains { $0 == name || $0.hasPrefix(name + "=") }
        }
        return names[0] && !names[1] ? "--serve-log \"$folder/logs/server-$shard.log\" " : ""
    }

    private func directives(_ options: [String]) throws(ClusterError) -> String {
        var lines: [String] = []
        for option in options {
            guard let word = ShellWord.directive(option) else {
                throw .unfit(option: String(option.prefix { $0 != "=" }), value: option)
            }
            lines.append("#SBATCH \(word)")
        }
        return lines.joined(separator: "\n")
    }

    /// Options a line each, with their values.
    private func lines(_ arguments: [String]) throws(ClusterError) -> String {
        var lines: [String] = []
        for argument in arguments {
            let word = try word(argument)
            if argument.hasPrefix("-") || lines.isEmpty {
                lines.append(word)
            } else {
                lines[lines.count - 1] += " " + word
            }
        }
        return lines.map { "    " + $0 }.joined(separator: " \\\n")
    }

    private func word(_ text: String) throws(ClusterError) -> String {
        guard ShellWord.isPossible(text) else { throw .unfit(option: "an argument", value: text) }
        return ShellWord.quoted(text)
    }
}
