package lossgrid.io.document;

/** The outcome of saving: done, or the file on disk is not what it was and has been left alone. */
public enum SaveOutcome {
    SAVED,
    /** Another program has written the file since it was opened or saved here. */
    CHANGED,
    /** The file is gone. */
    VANISHED,
    /** A new file was to be made, and there is one. */
    EXISTS
}
