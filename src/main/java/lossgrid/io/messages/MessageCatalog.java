package lossgrid.io.messages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lossgrid.io.disk.Asset;

/** All known wordings of messages, read from {@code assets/messages/}, one file a family. */
public final class MessageCatalog {
    private final List<Wording> wordings;

    private MessageCatalog(List<Wording> wordings) {
        this.wordings = List.copyOf(wordings);
    }

    public static MessageCatalog load() {
        List<Wording> all = new ArrayList<>();
        for (MessageFamily family : MessageFamily.values()) {
            String name = "messages/" + family.key() + ".txt";
            try {
                all.addAll(parse(family, Asset.text(name)));
            } catch (IllegalArgumentException broken) {
                throw new IllegalStateException("the program's own assets/" + name + " is broken", broken);
            }
        }
        return new MessageCatalog(all);
    }

    public List<Wording> wordings() {
        return wordings;
    }

    /**
     * Parses the wordings of one file: blocks of {@code field: value} lines with blank lines between them; {@code #}
     * starts a comment.
     *
     * @throws IllegalArgumentException for any other line, or a missing field
     */
    static List<Wording> parse(MessageFamily family, String text) {
        List<Wording> out = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        for (String line : (text + "\n\n").lines().toList()) {
            if (line.startsWith("#")) {
                continue;
            }
            if (line.isBlank()) {
                if (!fields.isEmpty()) {
                    out.add(wording(family, fields));
                    fields.clear();
                }
                continue;
            }
            int colon = line.indexOf(": ");
            if (colon < 0 || fields.put(line.substring(0, colon), line.substring(colon + 2)) != null) {
                throw new IllegalArgumentException(line);
            }
        }
        return out;
    }

    private static Wording wording(MessageFamily family, Map<String, String> fields) {
        String[] versions = field(fields, "versions").split(" - ?", -1);
        return new Wording(
                family,
                Wording.Template.of(field(fields, "wording")),
                field(fields, "type"),
                Device.valueOf(field(fields, "device").toUpperCase(Locale.ROOT)),
                versions[0],
                versions.length == 1
                        ? Optional.of(versions[0])
                        : versions[1].isEmpty() ? Optional.empty() : Optional.of(versions[1]),
                field(fields, "example"),
                field(fields, "seen"));
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("no " + name + " in " + fields);
        }
        return value;
    }
}
