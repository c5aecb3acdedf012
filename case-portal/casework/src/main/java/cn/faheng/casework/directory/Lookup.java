package cn.faheng.casework.directory;

import java.util.Optional;

/** What else there is while something is checked: in force, proposed, or in the same file. */
interface Lookup {

    <T> Optional<T> find(Class<T> type, String code);

    /** The code of another thing of the kind that is checked which has this key. */
    Optional<String> otherWithKey(String key, String code);
}
