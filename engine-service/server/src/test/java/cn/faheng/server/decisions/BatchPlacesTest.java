package cn.faheng.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("同时进行的批量：每个系统两个，一共八个")
class BatchPlacesTest {

    private final BatchPlaces places = new BatchPlaces();

    @Test
    void aClientLeavesRoomForOthers() {
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isFalse();
        assertThat(places.take("b")).isTrue();

        places.giveBack("a");

        assertThat(places.take("a")).isTrue();
    }

    @Test
    void thereAreEightInAll() {
        for (int i = 0; i < BatchPlaces.OF_ALL; i++) {
            assertThat(places.take("client-" + i)).isTrue();
        }
        assertThat(places.take("one-more")).isFalse();

        places.giveBack("client-3");

        assertThat(places.take("one-more")).isTrue();
    }
}
