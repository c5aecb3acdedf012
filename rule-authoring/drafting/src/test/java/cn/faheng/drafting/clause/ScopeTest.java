package cn.faheng.drafting.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("事项名称写明的情形")
class ScopeTest {

    @Test
    @DisplayName("括号里或者逗号后写明的步骤和金额")
    void stated() {
        assertThat(Scope.of("未建立台账，逾期未改正").correction()).isNotNull();
        assertThat(Scope.of("经营过期食品（货值金额一万元以上的）").threshold()).isNotNull();
    }

    @ParameterizedTest
    @DisplayName("除外的不是名称所说的情形")
    @ValueSource(strings = {"转让许可证（没有违法所得的除外）", "经营过期食品（货值金额一万元以上的除外）", "未建立台账（逾期未改正的除外）"})
    void excluded(String title) {
        assertThat(Scope.of(title)).isEqualTo(Scope.NONE);
    }
}
