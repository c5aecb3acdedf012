package cn.faheng.server.identity;

import java.util.List;
import java.util.Optional;

/** Where accounts are looked up that are not part of the settings. */
interface AccountSource {

    Optional<StoredAccount> find(String name);

    List<Account> all();
}
