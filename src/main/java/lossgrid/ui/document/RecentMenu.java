package lossgrid.ui.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.keys.Shortcut;
import lossgrid.words.Text;

/**
 * The arrow beside Open: a new document, another name for the present one, the files used last, and what a crash has
 * left.
 */
public final class RecentMenu extends MenuButton {
    private final DocumentActions documents;
    private final Messages messages;
    private final ObservableList<RecentDocuments.Entry> entries;
    private final ObservableList<Leftover> leftovers;

    public RecentMenu(DocumentActions documents, Messages messages) {
        this.documents = documents;
        this.messages = messages;
        entries = documents.recents().entries();
        leftovers = documents.offer().map(RecoveryOffer::waiting).orElseGet(FXCollections::emptyObservableList);
        setId("recent");
        getStyleClass().addAll("recent-menu", "right-pill");
        setMinWidth(Region.USE_PREF_SIZE);
        setMaxHeight(Double.MAX_VALUE);
        accessibleTextProperty().bind(messages.bind(Text.RECENT_FILES));
        Tooltips.install(this, messages, Text.RECENT_FILES);
        entries.addListener((ListChangeListener<RecentDocuments.Entry>) _ -> fill());
        leftovers.addListener((ListChangeListener<Leftover>) _ -> fill());
        messages.languageProperty().subscribe(this::fill);
        setOnShowing(_ -> documents.recents().refresh());
        fill();
    }

    private void fill() {
        List<MenuItem> items = FXCollections.observableArrayList();
        items.add(keyed(Shortcut.NEW, "new", documents::openNew));
        items.add(keyed(Shortcut.SAVE_AS, "save-as", documents::saveAs));
        items.add(new SeparatorMenuItem());
        for (int i = 0; i < entries.size(); i++) {
            items.add(item(entries.get(i), i));
        }
        if (entries.isEmpty()) {
            MenuItem none = new MenuItem(messages.get(Text.RECENT_NONE));
            none.setDisable(true);
            items.add(none);
        } else {
            items.add(new SeparatorMenuItem());
            items.add(action(messages.get(Text.RECENT_CLEAR), "recent-clear", documents.recents()::clear));
        }
        documents.offer().filter(_ -> !leftovers.isEmpty()).ifPresent(offer -> {
            items.add(new SeparatorMenuItem());
            items.add(action(messages.get(Text.RECENT_RECOVER, leftovers.size()), "recent-recover", offer::offer));
        });
        getItems().setAll(items);
    }

    private MenuItem item(RecentDocuments.Entry entry, int index) {
        String text = text(entry.file());
        MenuItem item = action(
                entry.present() ? text : messages.get(Text.RECENT_MISSING, text),
                "recent-" + index,
                () -> documents.openRecent(entry.file()));
        item.setDisable(!entry.present());
        return item;
    }

    private MenuItem keyed(Shortcut shortcut, String id, Runnable action) {
        MenuItem item = action(messages.get(shortcut.meaning()), id, action);
        item.setAccelerator(shortcut.combinations().getFirst());
        return item;
    }

    private static MenuItem action(String text, String id, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** The file's name, then its folder, with the home folder as ~. */
    static String text(Path file) {
        String folder =
                Optional.ofNullable(file.getParent()).map(Path::toString).orElse("");
        String home = System.getProperty("user.home", "");
        boolean below = !home.isEmpty() && Path.of(folder).startsWith(home);
        return file.getFileName() + " — " + (below ? "~" + folder.substring(home.length()) : folder);
    }
}
