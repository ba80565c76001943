package lossgrid.app.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Checks the files of a walk on several threads and passes on the reports in the order of the walk. The walk is never
 * more than a few files ahead.
 */
final class MaskRun {
    private static final int AHEAD_OF_A_THREAD = 8;

    private final MaskCheck check;
    private final int threads;

    MaskRun(MaskCheck check, int threads) {
        this.check = check;
        this.threads = threads;
    }

    void run(Iterator<MaskTree.Item> items, Consumer<MaskReport> reports) {
        Deque<CompletableFuture<MaskReport>> waiting = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            while (items.hasNext()) {
                switch (items.next()) {
                    case MaskTree.Item.MaskFile mask ->
                        waiting.add(CompletableFuture.supplyAsync(() -> check.check(mask), workers));
                    case MaskTree.Item.Other(var path) -> waiting.add(done(new MaskReport.Skipped(path)));
                    case MaskTree.Item.Closed(var path, var reason) ->
                        waiting.add(done(new MaskReport.Unreadable(path, reason)));
                    case MaskTree.Item.Folder _ -> {}
                }
                if (waiting.size() > AHEAD_OF_A_THREAD * threads) {
                    reports.accept(waiting.removeFirst().join());
                }
            }
            while (!waiting.isEmpty()) {
                reports.accept(waiting.removeFirst().join());
            }
        }
    }

    private static CompletableFuture<MaskReport> done(MaskReport report) {
        return CompletableFuture.completedFuture(report);
    }
}
