package cn.faheng.web.cases;

import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.web.show.Show;

/** What the parts of entries are called on a page. */
public final class Labels {

    private final Show show;

    Labels(Show show) {
        this.show = show;
    }

    /** The label of a field. */
    public String of(EntryField field) {
        return of(field.owner(), field.name());
    }

    String of(Class<? extends Entry> owner, String component) {
        String own = show.textOr("entry." + Entries.type(owner) + "." + component, "");
        return own.isEmpty() ? show.text("entry.any." + component) : own;
    }

    /** What the law demands of a field, or an empty text. */
    public String hint(EntryField field) {
        String own = show.textOr("entry." + Entries.type(field.owner()) + "." + field.name() + ".help", "");
        return own.isEmpty() ? show.textOr("entry.any." + field.name() + ".help", "") : own;
    }

    /** What a kind of entry is called. */
    public String kind(Entry entry) {
        return show.text("entry." + Entries.type(entry));
    }

    /** A constant in words. */
    public String constant(Enum<?> constant) {
        return show.text("entry." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }
}
