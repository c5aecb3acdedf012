package cn.faheng.server.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.server.Requests;
import cn.faheng.server.ServerTest;
import cn.faheng.server.decisions.DecisionService;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

@DisplayName("谁能看留痕：作出请求的系统自己，以及审核、审计、管理的人")
class ReceiptAccessTest extends ServerTest {

    @Autowired
    private DecisionService decisions;

    private String receiptOf(String client) {
        DecisionRequestBody body = JSON.readValue(Requests.expiredFood(), DecisionRequestBody.class);
        return String.valueOf(
                decisions.decide(body, client, null).body().getReceipt().getId());
    }

    private HttpRequest.Builder as(String scopes, String path) throws Exception {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token("demo-system", "demo-system-secret", scopes));
    }

    @Test
    @DisplayName("自己的：decisions:read 即可")
    void aClientReadsItsOwn() throws Exception {
        String path = "/api/v1/receipts/" + receiptOf("demo-system");

        assertThat(send(as("decisions:read", path)).status()).isEqualTo(200);
        assertThat(send(as("decisions:read", path + ":replay").POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("别的系统的：与不存在的一样")
    void aForeignReceiptIsUnknown() throws Exception {
        String foreign = "/api/v1/receipts/" + receiptOf("other-system");
        String unknown = "/api/v1/receipts/" + UUID.randomUUID();

        for (String path : new String[] {foreign, unknown}) {
            for (HttpRequest.Builder request : new HttpRequest.Builder[] {
                as("decisions:read", path),
                as("decisions:read", path + "/proof"),
                as("decisions:read", path + ":replay").POST(BodyPublishers.noBody())
            }) {
                Reply reply = send(request);
                assertThat(reply.status()).isEqualTo(404);
                assertThat(reply.json().path("type").asString()).isEqualTo("/problems/receipt-not-found");
            }
        }
    }

    @Test
    @DisplayName("另有 receipts:audit 的，都能看")
    void anAuditorReadsAll() throws Exception {
        String path = "/api/v1/receipts/" + receiptOf("other-system");

        Reply reply = send(as("decisions:read receipts:audit", path));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("client").asString()).isEqualTo("other-system");
    }

    @ParameterizedTest
    @CsvSource({
        "officer, ROLE_OFFICER, true",
        "another, ROLE_OFFICER, false",
        "another, ROLE_REVIEWER, true",
        "another, ROLE_AUDITOR, true",
        "another, ROLE_SUPERVISOR, true",
        "another, ROLE_ADMIN, false",
        "another, SCOPE_receipts:audit, true",
        "another, SCOPE_decisions:read, false"
    })
    void peopleByTheirOffice(String name, String authority, boolean may) {
        Receipt receipt = new Receipt(UUID.randomUUID(), 1L, Instant.now(), "officer", null, null, null, "", "", "");
        var who = UsernamePasswordAuthenticationToken.authenticated(
                name, "", AuthorityUtils.createAuthorityList(authority));

        assertThat(ReceiptAccess.mayRead(receipt, who)).isEqualTo(may);
        assertThat(ReceiptAccess.mayRead(receipt, UsernamePasswordAuthenticationToken.unauthenticated(name, "")))
                .isFalse();
    }
}
