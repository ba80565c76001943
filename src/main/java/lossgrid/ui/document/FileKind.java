package lossgrid.ui.document;

import lossgrid.io.document.DocumentFiles;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** The kinds of files that the window writes. */
public enum FileKind {
    DOCUMENT(DocumentFiles.EXTENSION, Text.DOCUMENT_FILES),
    PNG(".png", Text.PNG_FILES),
    SVG(".svg", Text.SVG_FILES),
    PYTHON(".py", Text.PYTHON_FILES),
    LATEX(".tex", Text.LATEX_FILES);

    private final String extension;
    private final TextKey description;

    FileKind(String extension, TextKey description) {
        this.extension = extension;
        this.description = description;
    }

    /** The extension of such files, with its dot. */
    public String extension() {
        return extension;
    }

    TextKey description() {
        return description;
    }

    /** The title of the file chooser. */
    TextKey saveTitle() {
        return switch (this) {
            case DOCUMENT -> Text.SAVE_AS;
            case PNG, SVG, PYTHON, LATEX -> Text.EXPORT;
        };
    }
}
