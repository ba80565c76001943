package lossgrid.ui.document;

import lossgrid.io.document.DocumentFiles;
import lossgrid.words.Text;

/** The kinds of files that the window writes. */
public enum FileKind {
    DOCUMENT(DocumentFiles.EXTENSION, Text.DOCUMENT_FILES),
    PNG(".png", Text.PNG_FILES),
    SVG(".svg", Text.SVG_FILES),
    PYTHON(".py", Text.PYTHON_FILES),
    LATEX(".tex", Text.LATEX_FILES);

    private final String extension;
    private final Text description;

    FileKind(String extension, Text description) {
        this.extension = extension;
        this.description = description;
    }

    /** The extension of such files, with its dot. */
    public String extension() {
        return extension;
    }

    Text description() {
        return description;
    }

    /** The title of the file chooser. */
    Text saveTitle() {
        return switch (this) {
            case DOCUMENT -> Text.SAVE_AS;
            case PNG, SVG, PYTHON, LATEX -> Text.EXPORT;
        };
    }
}
