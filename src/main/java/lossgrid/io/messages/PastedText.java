package lossgrid.io.messages;

import java.util.regex.Pattern;

/** Undoes the changes that a terminal, a notebook or a web page makes to a message. */
final class PastedText {
    /** The length above which texts lose their middle: the error is at the end, or where the GPU first reports it. */
    static final int LONGEST = 400_000;

    /** A colour or a movement of the cursor, also without the escape character, which copying drops. */
    private static final Pattern ESCAPES =
            Pattern.compile("\\x1b\\[[0-9;?]*+[A-Za-z]|\\x9b[0-9;?]*+[A-Za-z]|\\[[0-9]{1,3}+(?:;[0-9]{1,3}+)*+m");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u3000│┃|]++");

    private PastedText() {}

    /** The text as one line, with single spaces and one kind of each quote. */
    static String plain(String text) {
        String some = text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + " … " + text.substring(text.length() - LONGEST / 2);
        String unescaped = ESCAPES.matcher(some).replaceAll("");
        return SPACES.matcher(quotes(entities(unescaped))).replaceAll(" ").strip();
    }

    private static String entities(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&gt;", ">")
                        .replace("&lt;", "<")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&#x27;", "'")
                        .replace("&nbsp;", " ")
                        .replace("&amp;", "&");
    }

    private static String quotes(String text) {
        return text.replaceAll("[`‘’‛′´]", "'").replaceAll("[“”„‟″]", "\"");
    }
}
