package cn.faheng.server;

import cn.faheng.server.identity.Hashes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The decision API alone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ServerConfiguration.class)
public class DecisionServer {

    public static void main(String[] args) throws IOException {
        if (List.of(args).contains("--hash-password")) {
            hashPassword();
            return;
        }
        SpringApplication.run(DecisionServer.class, args);
    }

    private static void hashPassword() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String secret = in.readLine();
        System.out.println(secret == null || secret.isEmpty() ? "" : Hashes.of(secret));
    }
}
