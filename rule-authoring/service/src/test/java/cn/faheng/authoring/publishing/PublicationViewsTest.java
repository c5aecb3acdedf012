package cn.faheng.authoring.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.faheng.contract.model.PublicationBody;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.identity.People;
import cn.faheng.server.identity.Person;
import cn.faheng.server.registry.Base;
import cn.faheng.server.registry.NewPublication;
import cn.faheng.server.registry.Publication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公布的记录写明人的姓名")
class PublicationViewsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    /** Two people have accounts here; the reviewer has left, the system never had a name. */
    private static final class Staff implements People {
        @Override
        public List<Person> all() {
            throw new UnsupportedOperationException("Only names are asked for");
        }

        @Override
        public String nameOf(String account) {
            return switch (account) {
                case "author" -> "周敏（法规科）";
                case "approver" -> "陈立（局长）";
                default -> account;
            };
        }
    }

    @Test
    @DisplayName("有账号的写姓名，没有的不写，账号照旧")
    void namesWhoeverHasAnAccount() {
        RuleSetRef version = RuleSetRef.parse("work-safety/MEM-26/000000@2026-12-01");
        Publication publication = new Publication(
                7,
                Publication.Kind.PUBLISH,
                List.of(),
                List.of(),
                List.of(),
                "author",
                "left",
                "approver",
                "同意",
                "[]",
                List.of(
                        new NewPublication.Acknowledgement(version, "monotone/1", "approver", "已核对"),
                        new NewPublication.Acknowledgement(version, "exact/1", "demo-approver", "已核对")),
                Instant.EPOCH,
                DAY,
                new Base(0, ""),
                null,
                null);

        PublicationBody body = new PublicationViews(new Staff()).body(publication, DAY);

        assertThat(body.getAuthoredBy()).isEqualTo("author");
        assertThat(body.getAuthoredByName()).isEqualTo("周敏（法规科）");
        assertThat(body.getReviewedBy()).isEqualTo("left");
        assertThat(body.getReviewedByName()).isNull();
        assertThat(body.getApprovedByName()).isEqualTo("陈立（局长）");
        assertThat(body.getAcknowledged())
                .extracting(a -> a.getBy(), a -> a.getByName())
                .containsExactly(tuple("approver", "陈立（局长）"), tuple("demo-approver", null));
    }
}
