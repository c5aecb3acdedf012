package cn.faheng.casework.inspections;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inspector who may not be sent to an object.
 *
 * @param id its id
 * @param revision counts its changes
 * @param inspector number of the certificate
 * @param object the object
 * @param ground why
 * @param note what exactly
 * @param declaredBy account of who declared it
 * @param declaredAt when
 * @param endedBy account of who ended it, or null while it holds
 * @param endedAt when it ended, or null
 * @param endReason why it ended, or empty
 */
public record Recusal(
        UUID id,
        int revision,
        String inspector,
        UUID object,
        Ground ground,
        String note,
        String declaredBy,
        OffsetDateTime declaredAt,
        @Nullable String endedBy,
        @Nullable OffsetDateTime endedAt,
        String endReason) {

    /** What may impair impartiality: 行政处罚法 第四十三条第一款, 食品生产经营监督检查管理办法 第二十三条第二款. */
    public enum Ground {
        KINSHIP("近亲属关系"),
        FORMER_EMPLOYER("曾在该单位任职"),
        DECLARED_INTEREST("本人申报的利害关系"),
        OTHER("其他可能影响公正的情形");

        private final String chinese;

        Ground(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
