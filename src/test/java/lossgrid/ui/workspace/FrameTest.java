package lossgrid.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.Tensor;
import lossgrid.io.document.Lesson;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.ui.session.Findings;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change of the document as views see it: one frame, and a view state that fits it. */
class FrameTest {
    private final Session session = new Session(Lesson.TWO_CHANNEL.open());
    private final List<Throwable> bugs = new ArrayList<>();
    private final List<Float> selected = new ArrayList<>();
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void gatherBugs() {
        before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((_, bug) -> bugs.add(bug));
    }

    @AfterEach
    void restoreHandler() {
        Thread.currentThread().setUncaughtExceptionHandler(before);
    }

    private void readSelected(ViewState view) {
        PixelSelection at = view.selection();
        Tensor logits = session.analysis().experiment().logits();
        selected.add(logits.at(at.n(), at.c(), at.h(), at.w()));
    }

    @Test
    void theSelectionFitsTheDocumentBeforeAnyViewSeesIt() {
        List<ViewState> later = new ArrayList<>();
        // A view that follows the session before there is a selection at all.
        session.follow(Frame::document, () -> later.forEach(this::readSelected));
        ViewState view = new ViewState(session);
        later.add(view);
        session.follow(Frame::document, () -> readSelected(view), view.selectionProperty());
        session.apply(new Edit.Reshape(2, 2, 3, 4));
        selected.clear();
        view.select(new PixelSelection(1, 1, 2, 3));
        assertThat(selected).hasSize(1);
        session.undo();
        assertThat(bugs).isEmpty();
        assertThat(view.selection()).isEqualTo(new PixelSelection(1, 1, 1, 1));
        float last = session.experiment().logits().at(1, 1, 1, 1);
        assertThat(selected).hasSize(3).endsWith(last, last);
        session.redo();
        session.apply(new Edit.Reshape(1, 1, 1, 1));
        assertThat(bugs).isEmpty();
        assertThat(view.selection()).isEqualTo(PixelSelection.FIRST);
    }

    @Test
    void aPixelThatIsNotThereIsNotSelected() {
        ViewState view = new ViewState(session);
        view.select(new PixelSelection(7, 7, 7, 7));
        assertThat(view.selection()).isEqualTo(new PixelSelection(1, 1, 1, 1));
    }

    @Test
    void aViewThatFailsKeepsNoOtherFromTheNewestDocument() {
        List<Frame> shown = new ArrayList<>();
        session.fit((_, _) -> {
            throw new IllegalStateException("state");
        });
        session.follow(Frame::document, () -> {
            throw new IllegalStateException("view");
        });
        session.follow(Frame::document, () -> shown.add(session.frame()));
        session.apply(new Edit.Reshape(1, 2, 3, 4));
        assertThat(bugs).extracting(Throwable::getMessage).containsExactly("state", "view");
        assertThat(shown).containsExactly(session.frame());
        session.undo();
        assertThat(shown).hasSize(2).endsWith(session.frame());
        assertThat(bugs).hasSize(4);
    }

    @Test
    void aChangeIsPublishedOnceWithAllThatFollowsFromIt() {
        List<Frame> frames = new ArrayList<>();
        session.fit((_, now) -> frames.add(now));
        session.apply(
                new Edit.SetRecipe(new Recipe(session.experiment().recipe().activation(), LossKind.NLL_LOSS)));
        assertThat(frames).hasSize(1);
        Frame frame = frames.getFirst();
        assertThat(frame.analysis().experiment()).isSameAs(frame.document());
        assertThat(frame.isComputing()).isFalse();
        assertThat(frame.canUndo()).isTrue();
        assertThat(frame.isUnsaved()).isTrue();
        assertThat(frame.findings()).isInstanceOf(Findings.Found.class);
        assertThat(frame.findings().shown()).isNotEmpty();
    }

    @Test
    void whatAViewChangesWhileItIsRefreshedReachesAll() {
        List<Integer> widths = new ArrayList<>();
        session.follow(Frame::document, () -> widths.add(session.experiment().width()));
        session.follow(Frame::document, () -> {
            if (session.experiment().width() == 4) {
                session.apply(new Edit.Reshape(1, 2, 3, 5));
            }
        });
        session.apply(new Edit.Reshape(1, 2, 3, 4));
        assertThat(widths).containsExactly(4, 5);
    }

    @Test
    void aViewIsRefreshedForTheStateThatItShows() {
        ViewState view = new ViewState(session);
        List<PixelSelection> seen = new ArrayList<>();
        session.follow(() -> seen.add(view.selection()), view.selectionProperty());
        session.apply(new Edit.SetRecipe(session.experiment().recipe()));
        assertThat(seen).isEmpty();
        view.select(new PixelSelection(1, 0, 1, 0));
        assertThat(seen).containsExactly(new PixelSelection(1, 0, 1, 0));
        session.apply(new Edit.Reshape(1, 1, 1, 1));
        assertThat(seen).endsWith(PixelSelection.FIRST).hasSize(2);
    }
}
