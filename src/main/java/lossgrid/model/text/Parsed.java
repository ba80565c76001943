package lossgrid.model.text;

import java.util.OptionalInt;
import java.util.function.Function;

/** The meaning of a typed text: a value, or the reason why there is none. */
public sealed interface Parsed<T> {
    enum Problem {
        NOT_A_NUMBER,
        NOT_WHOLE,
        /** Beyond the dtype, or beyond int32 for a dimension. */
        OUT_OF_RANGE,
        ZERO,
        BELOW_ONE,
        /** More elements than an experiment may have. */
        TOO_MANY,
        /** Not {@code from: to}, as in a table. */
        NO_PAIR,
        /** The same number on the left of a table again. */
        TWICE,
        EMPTY,
        /** Lists beside each other that differ in length or depth. */
        RAGGED,
        EMPTY_LIST,
        NOT_CLOSED,
        /** A bracket that closes nothing. */
        NOT_OPENED,
        TEXT_AFTER_END,
        TOO_DEEP
    }

    record Value<T>(T value) implements Parsed<T> {}

    /**
     * A text without a meaning.
     *
     * @param found the part that is wrong
     * @param position where that part begins, from 0, in a text of several numbers; the text's length when something is
     *     missing at its end
     */
    record Rejected<T>(Problem problem, String found, OptionalInt position) implements Parsed<T> {
        public Rejected(Problem problem, String found) {
            this(problem, found, OptionalInt.empty());
        }
    }

    /** Goes on with the value, if there is one. */
    default <U> Parsed<U> flatMap(Function<? super T, Parsed<U>> next) {
        return switch (this) {
            case Value<T>(T value) -> next.apply(value);
            case Rejected<T>(var problem, String found, var position) -> new Rejected<>(problem, found, position);
        };
    }

    default <U> Parsed<U> map(Function<? super T, ? extends U> function) {
        return flatMap(value -> new Value<>(function.apply(value)));
    }
}
