package cn.faheng.server.identity;

import java.util.List;

/** Everybody who has an account here, for pages on which one person is named. */
public interface People {

    /** All of them. */
    List<Person> all();

    /** The name shown to others, or the account itself where nobody has it: a system, or someone who left. */
    default String nameOf(String account) {
        return all().stream()
                .filter(person -> person.getUsername().equals(account))
                .map(Person::displayName)
                .findFirst()
                .orElse(account);
    }
}
