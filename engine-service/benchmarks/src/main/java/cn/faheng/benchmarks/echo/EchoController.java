package cn.faheng.benchmarks.echo;

import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads a JSON object and writes it back. */
@RestController
class EchoController {

    @PostMapping(EchoAutoConfiguration.PATH)
    Map<String, Object> echo(@RequestBody Map<String, Object> body) {
        return body;
    }
}
