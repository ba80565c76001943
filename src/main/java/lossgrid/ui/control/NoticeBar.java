package lossgrid.ui.control;

import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import lossgrid.words.FigureText;

/**
 * The last notice, above the foot of the window, for some seconds; as long as the pointer or the focus is on it, it
 * stays.
 */
public final class NoticeBar extends HBox {
    private static final Duration SHOWN_FOR = Duration.seconds(8);

    private final Notices notices;
    private final Label text = new Label();
    private final Button folder;
    private final PauseTransition waiting = new PauseTransition(SHOWN_FOR);

    public NoticeBar(Notices notices, Messages messages) {
        this.notices = notices;
        getStyleClass().add("notice");
        setId("notice");
        setAccessibleRole(AccessibleRole.TEXT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        text.setId("notice-text");
        // Of a long path the end says where.
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tooltips.installWhole(text);
        folder = SectionNodes.button("notice-folder", messages.bind(FigureText.NOTICE_FOLDER), this::openFolder);
        folder.setMinWidth(Region.USE_PREF_SIZE);
        Button dismiss =
                SectionNodes.symbol("×", "notice-dismiss", messages, FigureText.NOTICE_DISMISS, notices::dismiss);
        getChildren().addAll(text, folder, dismiss);
        waiting.setOnFinished(_ -> {
            if (isInUse()) {
                waiting.playFromStart();
            } else {
                notices.dismiss();
            }
        });
        notices.lastProperty().subscribe(this::show);
    }

    private boolean isInUse() {
        return isHover() || isFocusWithin();
    }

    private void show(Optional<Notices.Notice> notice) {
        waiting.stop();
        SectionNodes.show(this, notice.isPresent());
        notice.ifPresent(shown -> {
            text.setText(shown.text());
            setAccessibleText(shown.text());
            SectionNodes.show(
                    folder, folderOf(shown).isPresent() && notices.opener().isPresent());
            // Screen readers are told of a text that has changed without having the focus.
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            waiting.playFromStart();
        });
    }

    private static Optional<Path> folderOf(Notices.Notice notice) {
        return notice.file().map(Path::toAbsolutePath).map(Path::getParent);
    }

    private void openFolder() {
        notices.lastProperty().get().flatMap(NoticeBar::folderOf).ifPresent(path -> notices.opener()
                .ifPresent(opener -> opener.accept(path)));
    }
}
