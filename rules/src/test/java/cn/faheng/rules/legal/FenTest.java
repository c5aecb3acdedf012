package cn.faheng.rules.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("金额精确到分")
class FenTest {

    @ParameterizedTest
    @CsvSource({
        "5000000, 5万元",
        "650000, 6500元",
        "8500000, 8.5万元",
        "2576, 25.76元",
        "0, 0元",
        "1000000, 1万元",
        "1234567, 12345.67元"
    })
    void readsAsALawyerWrites(long fen, String chinese) {
        assertThat(new Fen(fen).chinese()).isEqualTo(chinese);
    }

    @Test
    void roundsARangeInwards() {
        BigDecimal third = new BigDecimal("33.333");
        assertThat(Fen.ceilingOfYuan(third)).isEqualTo(new Fen(3334));
        assertThat(Fen.floorOfYuan(third)).isEqualTo(new Fen(3333));
        assertThat(Fen.ofYuan(new BigDecimal("33.30"))).isEqualTo(new Fen(3330));
        assertThatThrownBy(() -> Fen.ofYuan(third)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Fen(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
