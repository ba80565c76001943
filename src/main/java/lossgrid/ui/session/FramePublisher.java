package lossgrid.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a new frame becomes the present one. First all state that must fit the document is fitted to it,
 * then every view that shows something of what has changed is refreshed, each once. So no view ever sees a selection
 * that its document does not have, in whatever order they came. One that fails keeps no other from its refresh.
 */
final class FramePublisher {
    private final List<BiConsumer<Frame, Frame>> fitted = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private Frame frame;
    private boolean isPublishing;

    FramePublisher(Frame first) {
        frame = first;
    }

    Frame frame() {
        return frame;
    }

    /** Tells {@code state} of each frame and of the one before. */
    void fit(BiConsumer<Frame, Frame> state) {
        fitted.add(state);
    }

    /** Refreshes a view whenever this part of the frame, or something else that it shows, has changed. */
    void follow(Function<Frame, ?> part, Runnable refresh, ObservableValue<?>... others) {
        View view = new View(part, refresh);
        views.add(view);
        for (ObservableValue<?> other : others) {
            other.subscribe((_, _) -> view.changed());
        }
    }

    void publish(Frame next) {
        Frame before = frame;
        boolean isWithinAnother = isPublishing;
        frame = next;
        isPublishing = true;
        try {
            fitted.forEach(state -> guarded(() -> state.accept(before, next)));
            // A view that edits the document while it is refreshed leaves the rest to the publication that refreshes
            // it.
            if (!isWithinAnother) {
                refreshAll();
            }
        } finally {
            isPublishing = isWithinAnother;
        }
    }

    /** Until all show the newest frame. */
    private void refreshAll() {
        boolean isAnyRefreshed = true;
        while (isAnyRefreshed) {
            isAnyRefreshed = false;
            for (View view : List.copyOf(views)) {
                isAnyRefreshed |= view.refreshIfDue();
            }
        }
    }

    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException bug) {
            Background.report(bug);
        }
    }

    /** Something that shows a part of the frame. */
    private final class View {
        private final Function<Frame, ?> part;
        private final Runnable refresh;
        private @Nullable Object shown;
        private boolean isDue;

        View(Function<Frame, ?> part, Runnable refresh) {
            this.part = part;
            this.refresh = refresh;
            shown = part.apply(frame);
        }

        /** Something else that it shows has changed. */
        void changed() {
            isDue = true;
            if (!isPublishing) {
                refreshIfDue();
            }
        }

        /** Refreshes what does not show the present frame yet; false for what does. */
        @SuppressWarnings("ReferenceEquality") // Comparing large documents takes its time.
        boolean refreshIfDue() {
            Object now = part.apply(frame);
            if (!isDue && shown == now) {
                return false;
            }
            isDue = false;
            shown = now;
            guarded(refresh);
            return true;
        }
    }
}
