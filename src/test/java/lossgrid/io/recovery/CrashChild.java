package lossgrid.io.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.ChildProgram;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.document.DocumentFiles;
import lossgrid.io.document.KnownFiles;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;

/** A program that writes documents and is killed meanwhile. Runs in its own process. */
public final class CrashChild {
    /** The tasks of the program. */
    enum Task {
        /** Saves document 1 and halts before the given step. */
        SAVE,
        /** Keeps document 0, then document 1 for recovery, and halts before the given step of the latter. */
        KEEP,
        /** Saves and keeps one document after the other until it is killed. */
        LOOP,
        /** Keeps document 1, and lives until its input ends. */
        HOLD
    }

    static final String READY = "ready";
    static final String DOCUMENT = "document" + DocumentFiles.EXTENSION;
    static final int HALTED = 9;

    private static final int SIDE = 40;

    private CrashChild() {}

    public static Experiment document(int number) {
        float[] logits = new float[2 * SIDE * SIDE];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = number + i * 0.001f;
        }
        Shape shape = Shape.of(1, 2, SIDE, SIDE);
        return new Experiment(
                "document " + number,
                Tensor.of(shape, logits),
                LabelArray.ofLongs(DType.INT64, Shape.of(1, SIDE, SIDE), i -> i % 2),
                List.of(),
                new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                LossOptions.defaults(),
                List.of());
    }

    static RecoveryNote note(int number, Path folder) {
        return new RecoveryNote(
                Instant.ofEpochSecond(number),
                "document " + number,
                Optional.of(folder.resolve(DOCUMENT)),
                Optional.empty());
    }

    static RecoveryStore store(Path folder) {
        return new RecoveryStore(folder.resolve("recovery"));
    }

    /** Starts a process on {@code folder}. */
    static Process start(Task task, Path folder, int step) throws IOException {
        return ChildProgram.start(
                CrashChild.class, task.name().toLowerCase(Locale.ROOT), folder.toString(), Integer.toString(step));
    }

    /** Waits until a process is in the middle of its work. */
    static void awaitReady(Process child) throws IOException {
        byte[] said = child.getInputStream().readNBytes(READY.length());
        if (said.length != READY.length()) {
            throw new IOException("the child died before it was ready");
        }
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        int step = Integer.parseInt(args[2]);
        switch (Task.valueOf(args[0].toUpperCase(Locale.ROOT))) {
            case SAVE ->
                new KnownFiles(haltBefore(step))
                        .save(folder.resolve(DOCUMENT), document(1), KnownFiles.Expected.ANYTHING);
            case KEEP -> {
                boolean[] second = {false};
                AtomicFile.Steps halt = haltBefore(step);
                RecoveryStore store = new RecoveryStore(folder.resolve("recovery"), now -> {
                    if (second[0]) {
                        halt.before(now);
                    }
                });
                RecoveryWriter own = new RecoveryWriter(store);
                own.keep(note(0, folder), document(0));
                second[0] = true;
                own.keep(note(1, folder), document(1));
                Runtime.getRuntime().halt(0);
            }
            case LOOP -> loop(folder);
            case HOLD -> {
                RecoveryWriter own = new RecoveryWriter(store(folder));
                own.keep(note(1, folder), document(1));
                ready();
                if (System.in.read() < 0) {
                    own.close();
                }
            }
        }
    }

    private static void ready() {
        System.out.print(READY);
        System.out.flush();
    }

    private static AtomicFile.Steps haltBefore(int step) {
        int[] count = {0};
        return _ -> {
            if (count[0]++ == step) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
    }

    private static void loop(Path folder) throws IOException {
        KnownFiles files = new KnownFiles();
        RecoveryWriter own = new RecoveryWriter(store(folder));
        try {
            for (int i = 0; ; i++) {
                own.keep(note(i % 2, folder), document(i % 2));
                files.save(folder.resolve(DOCUMENT), document(i % 2), KnownFiles.Expected.ANYTHING);
                if (i == 1) {
                    ready();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
