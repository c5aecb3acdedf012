package cn.faheng.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Looks whether the port is free before anything else starts, so that a second start ends at once and says why. */
final class PortCheck implements ApplicationListener<ApplicationPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        int port = environment.getProperty("server.port", Integer.class, 0);
        if (port <= 0) {
            return;
        }
        String address = environment.getProperty("server.address");
        try (ServerSocket socket = new ServerSocket(port, 1, address == null ? null : InetAddress.getByName(address))) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new PortTakenException(port, e);
        }
    }

    /** The port is taken. */
    static final class PortTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int port;

        PortTakenException(int port, IOException cause) {
            super("Port " + port + " is taken", cause);
            this.port = port;
        }
    }

    /** Says what to do about it. */
    static final class Analyzer extends AbstractFailureAnalyzer<PortTakenException> {
        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PortTakenException cause) {
            return new FailureAnalysis(
                    "端口 " + cause.port + " 已被占用：法衡可能已经在运行，请打开 http://localhost:" + cause.port + " 看看。Port " + cause.port
                            + " is in use; Faheng may be running already.",
                    "停止占用端口的程序，或者用 --server.port=" + (cause.port + 1) + " 换一个端口。Stop it, or choose another port.",
                    cause);
        }
    }
}
