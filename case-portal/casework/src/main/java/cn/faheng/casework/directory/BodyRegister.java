package cn.faheng.casework.directory;

import org.springframework.stereotype.Service;

/** The bodies in the table of versions. */
@Service
class BodyRegister extends VersionedRegister<Body> implements Bodies {

    BodyRegister(VersionStore store, BodyLayout layout) {
        super(store, layout);
    }
}
