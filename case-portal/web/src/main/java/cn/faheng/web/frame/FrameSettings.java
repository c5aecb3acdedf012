package cn.faheng.web.frame;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment says about itself.
 *
 * @param sourceUrl where the source code of this very version is offered to its users (AGPL section 13); empty where the folder of
 *     the installation holds it
 * @param version version of the product
 */
@ConfigurationProperties("faheng")
public record FrameSettings(@DefaultValue("") String sourceUrl, @DefaultValue("") String version) {}
