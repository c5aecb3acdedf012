package cn.faheng.web.desk;

import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.server.canonical.Sha256;
import cn.faheng.server.receipts.IdempotencyKey;
import cn.faheng.server.storage.DataFolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pressed twice, the button records once: the same form with the same entries has the same key. The key is made with a secret of this
 * installation, so that nobody can try out from it which numbers of persons were entered.
 */
@Component
final class FormKeys {

    private final String secret;
    private final JsonMapper json;

    FormKeys(DataFolder folder, JsonMapper json) {
        this.secret = folder.secret("form-key", DataFolder::randomSecret);
        this.json = json;
    }

    IdempotencyKey key(String form, DecisionRequestBody request) {
        return new IdempotencyKey("page-" + Sha256.keyed(secret, form + "\n" + json.writeValueAsString(request)));
    }
}
