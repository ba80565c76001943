package lossgrid.io.messages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a pasted text turned out to be. */
public sealed interface Recognition {
    /**
     * A known message.
     *
     * @param words the part of the text that it is, with its spaces and quotes made plain
     * @param values what it says: the label, the shapes, the type …, by the names of the wording's gaps, in their order
     */
    record Recognized(Wording wording, String words, Map<String, String> values) implements Recognition {
        public Recognized {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        public MessageFamily family() {
            return wording.family();
        }
    }

    /**
     * None of the known ones.
     *
     * @param nearest the family whose words come near those of one of the text's lines
     */
    record NotRecognized(Optional<MessageFamily> nearest) implements Recognition {}
}
