package cn.faheng.server.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

@RestController
class ContractController {

    private final String yaml;
    private final String json;

    ContractController() throws IOException {
        try (InputStream in = ContractController.class.getResourceAsStream("/openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("The contract is not on the class path");
            }
            this.yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        this.json = JsonMapper.shared().writeValueAsString(new YAMLMapper().readTree(yaml));
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<byte[]> asYaml() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml"))
                .body(yaml.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> asJson() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.getBytes(StandardCharsets.UTF_8));
    }
}
