"""The national list: load it, look at it, put it into use, browse it, take programmes from it."""
