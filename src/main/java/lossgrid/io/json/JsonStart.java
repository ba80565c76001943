package lossgrid.io.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells JSON from other files by how it begins, so that no image is called a wrong JSON. */
public final class JsonStart {
    /** White space and a byte order mark may come first. */
    private static final int SAMPLE = 1 << 10;

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private JsonStart() {}

    /** Whether an object or an array of JSON begins here; what is read of {@code in} is read again later. */
    public static boolean isAt(BufferedInputStream in) throws IOException {
        in.mark(SAMPLE);
        int first = firstSign(in);
        in.reset();
        return first == '{' || first == '[';
    }

    private static int firstSign(InputStream in) throws IOException {
        int next = in.read();
        for (int i = 0; i < BYTE_ORDER_MARK.length && next == BYTE_ORDER_MARK[i]; i++) {
            next = in.read();
        }
        for (int i = BYTE_ORDER_MARK.length + 1; i < SAMPLE && next >= 0 && Character.isWhitespace(next); i++) {
            next = in.read();
        }
        return next;
    }
}
