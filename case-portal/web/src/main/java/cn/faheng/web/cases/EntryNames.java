package cn.faheng.web.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Short names of what is on record, so that nobody has to know the ids. */
public final class EntryNames {

    private static final List<String> SPEAKING = List.of(
            "title",
            "documentNumber",
            "number",
            "things",
            "subject",
            "name",
            "cause",
            "demand",
            "channel",
            "content",
            "described",
            "grounds",
            "limit",
            "way");

    private final CaseFile file;
    private final Labels labels;

    EntryNames(CaseFile file, Labels labels) {
        this.file = file;
        this.labels = labels;
    }

    /** What an entry is called: its kind, what it is about, and the day. */
    public String of(Entry entry) {
        String about = about(entry);
        return labels.kind(entry) + (about.isEmpty() ? "" : "：" + about) + "（" + entry.on() + "）";
    }

    /** The same by the id; the id where nothing has it. */
    public String of(String id) {
        return file.entry(id).map(this::of).orElse(id);
    }

    /** What an entry is about, in a few words. */
    public String about(Entry entry) {
        JsonNode tree = Entries.mapper().valueToTree(entry);
        Optional<String> speaking = SPEAKING.stream()
                .map(name -> tree.path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank())
                .findFirst();
        JsonNode party = tree.path("party");
        return Stream.concat(
                        party.isString() ? Stream.of(party(party.asString())) : Stream.empty(),
                        speaking.map(EntryNames::cut).stream())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** Name of a party by its key. */
    public String party(String key) {
        return file.party(key).map(PartyRecorded::name).orElse(key);
    }

    /** The act by its key, in a few words. */
    public String act(String key) {
        return file.act(key).map(act -> cut(act.described())).orElse(key);
    }

    /** Name of an officer by the certificate. */
    public String officer(String certificate) {
        return file.all(OfficerAssigned.class).stream()
                .filter(officer -> officer.certificate().equals(certificate))
                .map(officer -> officer.name() + "（" + certificate + "）")
                .reduce((first, second) -> second)
                .orElse(certificate);
    }
}
