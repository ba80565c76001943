package lossgrid.ui.settings;

/** A store for the user's preferences. */
public interface PreferenceStore {
    /** Loads the preferences saved last; missing or invalid ones have their defaults. */
    Preferences load();

    /** Saves the preferences; returns before they are on disk. */
    void save(Preferences preferences);
}
