package cn.faheng.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;

@DisplayName("连续五次口令错误，账号锁定")
class LoginThrottleTest {

    private final LoginThrottle throttle = new LoginThrottle();

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(new AuthenticationFailureBadCredentialsEvent(
                    UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong"),
                    new BadCredentialsException("")));
        }
    }

    @Test
    @DisplayName("四次不锁，第五次锁；别的账号不受影响")
    void locksAfterFive() {
        fail("officer", 4);
        assertThat(throttle.isLocked("officer")).isFalse();

        fail("officer", 1);

        assertThat(throttle.isLocked("officer")).isTrue();
        assertThat(throttle.isLocked("reviewer")).isFalse();
    }

    @Test
    @DisplayName("登录成功，从头计数")
    void countsAnewAfterASuccess() {
        fail("officer", 4);
        throttle.succeeded(new AuthenticationSuccessEvent(
                UsernamePasswordAuthenticationToken.unauthenticated("officer", "right")));
        fail("officer", 4);

        assertThat(throttle.isLocked("officer")).isFalse();
    }

    @Test
    @DisplayName("同时试很多口令：锁定之后才验完的，对了也不算")
    void refusesWhatWasCheckedTooLate() {
        fail("officer", 5);

        assertThatExceptionOfType(LockedException.class)
                .isThrownBy(() -> throttle.succeeded(new AuthenticationSuccessEvent(
                        UsernamePasswordAuthenticationToken.unauthenticated("officer", "right"))));
        assertThat(throttle.isLocked("officer")).isTrue();
    }

    @Test
    @DisplayName("编造的长名字不占内存")
    void forgetsNamesThatNobodyHas() {
        String made = "x".repeat(101);

        fail(made, 5);

        assertThat(throttle.isLocked(made)).isFalse();
    }
}
