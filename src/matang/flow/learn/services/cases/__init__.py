"""Put cases into the archive, take them out again, and answer what their sources leave open."""
