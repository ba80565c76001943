package lossgrid.ui.settings;

/** Where the user's preferences are kept. */
public interface PreferenceStore {
    /** What was saved last; where that is missing or makes no sense, what a user who has chosen nothing has. */
    Preferences load();

    /** Keeps the preferences; returns before they are on disk. */
    void save(Preferences preferences);
}
