package cn.faheng.web.cases;

import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import java.util.List;

/**
 * A component of a kind of entry as a form asks for it.
 *
 * @param owner the kind of entry
 * @param name name of the component
 * @param kind how it is asked for
 * @param choices constants of its enum; empty for all other kinds
 * @param required whether it has to be filled in
 */
public record EntryField(
        Class<? extends Entry> owner, String name, FieldKind kind, List<Enum<?>> choices, boolean required) {

    /** What the names of all fields begin with, so that none is mistaken for what the page itself sends. */
    static final String PREFIX = "f.";

    public EntryField {
        choices = List.copyOf(choices);
    }

    /** The name under which the form sends it. */
    public String field() {
        return PREFIX + name;
    }

    /** The name under which the form sends a part of it. */
    public String part(String part) {
        return PREFIX + name + "." + part;
    }

    /** Id of the field on the page; ids hold no dots, so that style sheets and scripts can name them. */
    public String id() {
        return id(name);
    }

    static String id(String name) {
        return "f-" + name.replace('.', '-');
    }

    /** Key of its label: of this kind of entry, or the common one of components with this name. */
    public List<String> labelKeys() {
        return List.of("entry." + Entries.type(owner) + "." + name, "entry.any." + name);
    }
}
