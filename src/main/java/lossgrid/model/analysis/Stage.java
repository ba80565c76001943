package lossgrid.model.analysis;

import java.util.Optional;
import java.util.function.Supplier;
import lossgrid.core.array.TorchException;

/**
 * The outcome of one stage of an analysis: a value, the exception that PyTorch raises, or nothing because an earlier
 * stage raises one.
 */
public sealed interface Stage<T> {
    record Computed<T>(T result) implements Stage<T> {}

    record Raises<T>(TorchException.Type type, String message) implements Stage<T> {}

    record Absent<T>() implements Stage<T> {}

    /** The result of {@code computation}, or the exception that it throws. */
    static <T> Stage<T> of(Supplier<T> computation) {
        try {
            return new Computed<>(computation.get());
        } catch (TorchException exception) {
            return new Raises<>(exception.type(), exception.words());
        }
    }

    static <T> Stage<T> absent() {
        return new Absent<>();
    }

    default Optional<T> value() {
        return switch (this) {
            case Computed<T>(T result) -> Optional.of(result);
            case Raises<T> _, Absent<T> _ -> Optional.empty();
        };
    }

    default Optional<Raises<T>> exception() {
        return switch (this) {
            case Raises<T> thrown -> Optional.of(thrown);
            case Computed<T> _, Absent<T> _ -> Optional.empty();
        };
    }
}
