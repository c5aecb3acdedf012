package cn.faheng.server.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Writes down a sign-in that failed and leads back to the sign-in page, which says no more than that it failed. */
final class FailedSignIn extends SimpleUrlAuthenticationFailureHandler {

    private final SignInLog log;

    FailedSignIn(String page, SignInLog log) {
        super(page);
        this.log = log;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        String reason = e instanceof OAuth2AuthenticationException oidc
                ? oidc.getError().getErrorCode()
                : e.getClass().getSimpleName().replace("Exception", "");
        String name = e.getAuthenticationRequest() == null
                ? Optional.ofNullable(request.getParameter("username")).orElse("")
                : e.getAuthenticationRequest().getName();
        log.failed(name, reason);
        super.onAuthenticationFailure(request, response, e);
    }
}
